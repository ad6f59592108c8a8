# A pattern for topics, to subscribe to all that match.

import re


class RegExp:
    def __init__(self, re_str):
        self._re = re.compile(re_str)

    def matching(self, topic):
        return self._re.match(topic) is not None
