import Testing

@Test func `the module is there`() {}
