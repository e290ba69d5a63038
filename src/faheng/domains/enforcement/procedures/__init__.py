"""The procedures of enforcement, one file each."""
