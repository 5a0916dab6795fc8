package dev.trawl.kernel;

/** The plain kernel: EJML's single-precision operations, one thread. The reference that faster kernels are held to. */
public final class EjmlKernel implements Kernel {

    public static final String NAME = "ejml";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine engine() {
        return new EjmlEngine();
    }
}
