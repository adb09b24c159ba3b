module mashrabiya/vectors

go 1.24
