"""A car that warns of collisions ahead and advises on green lights, for tests of scenarios."""

CAR = """\
schema: icv-vehicle/1
vehicle: {id: one, name: One, manufacturer: Maker, category: M1, markets: [CN]}
automation_features: {}
connectivity:
  v2x:
    fitment: standard
    messages_sent: [bsm]
    messages_received: [bsm, map, spat]
    applications:
      fcw: {scenario: forward_collision_warning, communication_range_m: 300, position_error_m: 1.5}
      glosa: {scenario: green_light_speed_advisory, communication_range_m: 100}
"""
