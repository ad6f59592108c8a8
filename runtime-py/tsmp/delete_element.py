# delete values[index]: what was there is a hole afterwards.
def delete_element(values, index):
    if 0 <= index < len(values):
        values[index] = None
