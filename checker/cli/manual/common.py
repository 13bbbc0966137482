"""What the pages of all commands share: exit codes, files, environment."""

from checker.text import Text

TITLES = {
    "name": Text("NAME", "名称"),
    "synopsis": Text("SYNOPSIS", "概要"),
    "about": Text("DESCRIPTION", "说明"),
    "commands": Text("COMMANDS", "命令"),
    "arguments": Text("ARGUMENTS", "参数"),
    "options": Text("OPTIONS", "选项"),
    "examples": Text("EXAMPLES", "示例"),
    "exits": Text("EXIT CODES", "退出码"),
    "files": Text("FILES", "文件"),
    "environment": Text("ENVIRONMENT", "环境变量"),
    "see": Text("SEE ALSO", "另见"),
}
OPTION = Text("[OPTION]...", "[选项]...")

#: 1 is told by each command.
EXITS = (
    (
        "0",
        Text("all is well: the gate holds, what was asked for is done", "正常：通过，或所要求的操作已完成"),
    ),
    ("2", Text("the command line is wrong; nothing was read", "命令行有误，未读取任何文件")),
    (
        "3",
        Text(
            "a spec is invalid (the others were judged), or a rule, profile, waiver or project file is "
            "(nothing was)",
            "规格文件无效（其余已评价），或规则、评价方案、豁免、项目设置文件无效（均未评价）",
        ),
    ),
    ("4", Text("a fault of this program", "程序内部错误")),
    ("5", Text("an output cannot be written, or a library is missing", "无法写入输出文件，或缺少程序库")),
)
GATE = (
    "1",
    Text(
        "check: the gate does not hold; other commands: see their page", "check：未通过；其他命令见各自说明"
    ),
)

FILES = (
    (
        "icv-checker.toml",
        Text(
            "project file: options that hold for a project, by their names; else table [tool.icv-checker] "
            "of a pyproject.toml. One run has one: that of --config, else the nearest to the current folder "
            "(up to the root of its repository), else the nearest to the folder that holds all specs; a line "
            "on standard error says so of the last.",
            "项目设置文件，按选项名写明项目通用的选项；也可写在 pyproject.toml 的 [tool.icv-checker] 表中。"
            "一次运行只用一个：由 --config 指定，否则取离当前文件夹最近的（向上至代码库根目录），再否则取"
            "离规格文件共同文件夹最近的，并在标准错误输出中说明。",
        ),
    ),
    (
        "~/.cache/icv-checker/",
        Text(
            "cache: rules, specs and results that were read or made before; may be deleted at any time",
            "缓存：以往读取的规则、规格文件及评价结果，可随时删除",
        ),
    ),
)
ENVIRONMENT = (
    (
        "ICV_CHECKER_CACHE",
        Text(
            "another folder for the cache; set to nothing, none is used. Else XDG_CACHE_HOME or "
            "LOCALAPPDATA says where it lies",
            "缓存文件夹；设为空值则不使用缓存。未设置时位置取自 XDG_CACHE_HOME 或 LOCALAPPDATA",
        ),
    ),
    (
        "LC_ALL, LC_MESSAGES, LANG",
        Text("the language, where --lang does not say", "输出语言（未指定 --lang 时）"),
    ),
    ("COLUMNS", Text("how wide outputs are; else as wide as the terminal", "输出宽度；未设置时取终端宽度")),
    (
        "NO_COLOR, FORCE_COLOR",
        Text("no colours; colours even where there is no terminal", "禁用颜色；非终端也使用颜色"),
    ),
)
