// WorkshopReport
