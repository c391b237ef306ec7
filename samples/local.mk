# what this room adds
