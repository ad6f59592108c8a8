# console.log of a program that has console.group: every line is indented.
from tsmp.shown import shown


class console_groups:
    indent = ""

    @staticmethod
    def log(*texts):
        text = " ".join([str(text) for text in texts])
        indent = console_groups.indent
        print(indent + text.replace("\n", "\n" + indent) if indent else text)

    @staticmethod
    def open(*texts):
        if texts:
            console_groups.log(*texts)
        console_groups.indent += "  "

    @staticmethod
    def close():
        console_groups.indent = console_groups.indent[:-2]

    @staticmethod
    def show(*values):
        console_groups.log(*[shown(value) for value in values])
