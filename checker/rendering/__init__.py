"""An assessment as text, JSON, HTML or PDF; nothing here judges."""
