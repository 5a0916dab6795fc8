package dev.trawl.bench;

import dev.trawl.kernel.EjmlKernel;
import dev.trawl.kernel.Kernels;
import dev.trawl.kernel.VectorKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints the table of README's "Speed": each shape's rate by Trawl's kernels, by libtorch, and the peak, one thread
 * each.
 */
public final class GoalsTable {

    private GoalsTable() {}

    /**
     * @param args the numbers of the rows wanted, from 1; none for all. The row after the last shape is the trial's.
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        List<String> wanted = List.of(args);
        System.out.printf(
                "JDK %s, kernel %s%n%n",
                Runtime.version(), Kernels.named(Kernels.AUTO).name());
        System.out.println(
                "| (n, p, H) or (p, H, C), batch | µs a step | GF/s | EJML | libtorch | peak | of peak | goal"
                        + " | × EJML | × libtorch | goal | MB allocated |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        double logarithms = 0;
        int counted = 0;
        for (int i = 0; i < Shape.GOALS.size(); i++) {
            if (wanted.isEmpty() || wanted.contains(Integer.toString(i + 1))) {
                double ratio = row(Shape.GOALS.get(i));
                logarithms += i < 5 ? Math.log(ratio) : 0;
                counted += i < 5 ? 1 : 0;
            }
        }
        System.out.printf(
                "%nThe first %d against libtorch, geometric mean: %.1f (goal 4.5)%n",
                counted, Math.exp(logarithms / counted));
        if (wanted.isEmpty() || wanted.contains(Integer.toString(Shape.GOALS.size() + 1))) {
            TrialRow.print();
        }
    }

    /** Prints a shape's row. Returns the ratio to libtorch, NaN where that is missing. */
    private static double row(Shape shape) {
        Contestant ours = Contestant.of(new VectorKernel(), shape);
        List<Contestant> contestants =
                new ArrayList<>(List.of(ours, Contestant.of(new EjmlKernel(), shape), new Peak()));
        if (Torch.isPresent()) {
            contestants.add(new TorchNetwork(shape, false));
        }
        double[] times = Rates.measure(contestants);
        double flops = shape.flopsAnEpoch();
        double peak = Peak.flopsAnEpoch() / times[2];
        double torch = Torch.isPresent() ? times[3] : Double.NaN;
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f %% | %s | %.1f | %.1f | %s | %.1f |%n",
                shape.name(),
                times[0] / shape.steps() / 1000,
                flops / times[0],
                flops / times[1],
                flops / torch,
                peak,
                100 * flops / times[0] / peak,
                shape.peakGoal() == 0 ? "" : shape.peakGoal() + " %",
                times[1] / times[0],
                torch / times[0],
                shape.torchGoal(),
                Memory.allocatedBy(ours) / 1e6);
        return torch / times[0];
    }
}
