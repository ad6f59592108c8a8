# Base of a user's classes that receive a broker's messages: put(topic, message, *args).


class Agent:
    pass
