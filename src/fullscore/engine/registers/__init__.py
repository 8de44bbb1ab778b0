"""What a register is: its columns, what each holds, and who may see which."""
