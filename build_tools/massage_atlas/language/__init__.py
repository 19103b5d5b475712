"""What clients read, sentence by sentence, and how hard it is."""
