# What a decorator gives for a class or a method; nothing leaves it as it is.
def decorate(decorator, value, context):
    result = decorator(value, context)
    return value if result is None else result
