app-name = Pledgebook
