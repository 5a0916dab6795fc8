package dev.trawl.data;

/** The rows a network is trained on, and the rows it never sees. */
public record Split(Dataset train, Dataset test) {}
