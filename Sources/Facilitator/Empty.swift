// Facilitator
