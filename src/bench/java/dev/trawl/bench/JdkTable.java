package dev.trawl.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Prints what the steps of README's "Speed" take on two JDKs, this one and another. All JVMs train in turn, so that a
 * neighbour's load moves them alike; five of each JDK, as one may compile the same code better than the next.
 */
public final class JdkTable {

    private static final int PAIRS = 5;
    private static final int TRIALS = 3;

    private JdkTable() {}

    /** @param args the other JDK's home */
    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected the home of another JDK: -Dbench.args=/path/to/it");
        }
        Locale.setDefault(Locale.ROOT);
        List<Path> homes = List.of(Path.of(System.getProperty("java.home")), Path.of(args[0]));
        List<Jvm> jvms = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * PAIRS; i++) {
                jvms.add(Jvm.of(homes.get(i % 2)));
            }
            print(jvms);
        } finally {
            jvms.forEach(Jvm::close);
        }
    }

    private static void print(List<Jvm> jvms) {
        System.out.printf(
                "A is JDK %s, B is JDK %s; the median of %d JVMs (lowest to highest)%n%n",
                jvms.get(0).version(), jvms.get(1).version(), PAIRS);
        System.out.println("| (n, p, H) or (p, H, C), batch | µs a step on A | on B | B / A |");
        System.out.println("| --- | ---: | ---: | ---: |");
        for (int i = 0; i < Shape.GOALS.size(); i++) {
            int shape = i;
            jvms.forEach(jvm -> jvm.turn(shape)); // warms up
            double[] times = Rates.inTurn(Rates.ROUNDS, jvms, jvm -> jvm.turn(shape));
            print(
                    Shape.GOALS.get(shape).name(),
                    times,
                    1000.0 * Shape.GOALS.get(shape).steps());
        }
        print("the 4-D cell's trial, in seconds", Rates.inTurn(TRIALS, jvms, Jvm::trial), 1e9);
    }

    /** @param times in nanoseconds, of the two JDKs in turn */
    private static void print(String name, double[] times, double unit) {
        double[] first = everyOther(0, times);
        double[] second = everyOther(1, times);
        System.out.printf(
                "| %s | %s | %s | %.2f |%n",
                name, spread(first, unit), spread(second, unit), Rates.median(second) / Rates.median(first));
    }

    private static double[] everyOther(int from, double[] values) {
        return IntStream.range(0, values.length / 2)
                .mapToDouble(i -> values[2 * i + from])
                .toArray();
    }

    private static String spread(double[] times, double unit) {
        double lowest = Arrays.stream(times).min().orElseThrow();
        double highest = Arrays.stream(times).max().orElseThrow();
        return "%.1f (%.1f to %.1f)".formatted(Rates.median(times) / unit, lowest / unit, highest / unit);
    }
}
