package dev.trawl.kernel;

import java.util.List;

/** The kernels by name. */
public final class Kernels {

    /** The fastest kernel that this JVM can run. */
    public static final String AUTO = "auto";

    private static final List<String> NAMES = List.of(AUTO, VectorKernel.NAME, EjmlKernel.NAME);

    private Kernels() {}

    /** The kernel that {@code --kernel} names: "auto", "vector" or "ejml". */
    public static Kernel named(String name) {
        return switch (name) {
            case AUTO -> VectorKernel.isAvailable() ? new VectorKernel() : new EjmlKernel();
            case VectorKernel.NAME -> new VectorKernel();
            case EjmlKernel.NAME -> new EjmlKernel();
            default -> throw new IllegalArgumentException("kernel must be one of " + NAMES + ", not \"" + name + "\"");
        };
    }
}
