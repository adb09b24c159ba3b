fuzz() { :; }
