"""The same graph in other forms, for people and programs that do not read pages."""
