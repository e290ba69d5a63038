"""The rules of supervision: questions whose every row is a finding."""
