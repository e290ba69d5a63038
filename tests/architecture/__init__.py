"""The shape of the house: what no single room can see."""
