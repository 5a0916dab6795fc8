package dev.trawl.kernel;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** Prints how many vector operations the JDK has looked up once there is an engine, and how many after training. */
final class OperationUses {

    private static final String CACHE = "jdk.incubator.vector.VectorOperators$ImplCache";

    private OperationUses() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        new VectorKernel().engine();
        long first = count();
        StepBits.main(args);
        System.out.println("operations: " + first + ", " + count());
    }

    private static long count() throws ReflectiveOperationException {
        long count = 0;
        for (Class<?> vector : List.of(FloatVector.class, IntVector.class)) {
            for (Field field : vector.getDeclaredFields()) {
                if (field.getType().getName().equals(CACHE)) {
                    field.setAccessible(true);
                    count += entries(field.get(null));
                }
            }
        }
        return count;
    }

    private static long entries(Object cache) throws ReflectiveOperationException {
        Field entries = cache.getClass().getDeclaredField("cache");
        entries.setAccessible(true);
        return Stream.of((Object[]) entries.get(cache)).filter(Objects::nonNull).count();
    }
}
