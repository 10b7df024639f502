package io.kernelign.benchmarks.memory;

import io.kernelign.torch.Allocator;

/** What one training took under one allocator. */
record MemoryPoint(MemorySetting setting, Allocator allocator, MemoryReading reading) {}
