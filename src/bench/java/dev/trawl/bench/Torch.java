package dev.trawl.bench;

/** Whether libtorch's native libraries are there: they come with {@code -Plibtorch}. */
final class Torch {

    private static final String LIBRARY = "org/bytedeco/pytorch/linux-x86_64/libjnitorch.so";

    private Torch() {}

    static boolean isPresent() {
        return Torch.class.getClassLoader().getResource(LIBRARY) != null;
    }
}
