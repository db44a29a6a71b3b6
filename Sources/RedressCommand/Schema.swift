import ArgumentParser

struct Schema: ParsableCommand {}
