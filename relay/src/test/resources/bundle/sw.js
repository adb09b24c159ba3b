// a worker of the tests
