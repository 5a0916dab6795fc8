package dev.trawl.kernel;

/**
 * The training step on the JDK's Vector API. Every sum has one written order, so that all vector widths give the same
 * bits. Nothing of the module is linked before {@link #engine()}.
 */
public final class VectorKernel implements Kernel {

    public static final String NAME = "vector";

    /** What to say where the module is missing. */
    public static final String ADVICE =
            "for training steps many times as fast start the JVM with --add-modules=jdk.incubator.vector";

    private static final String MODULE = "jdk.incubator.vector";

    public VectorKernel() {
        if (!isAvailable()) {
            throw new IllegalStateException("kernel \"vector\" lacks its module: " + ADVICE);
        }
    }

    /** Whether this JVM was started with the module. */
    public static boolean isAvailable() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine engine() {
        FirstUse.await();
        return new VectorEngine();
    }
}
