print("werkplaats")
