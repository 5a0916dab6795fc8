package dev.trawl.report;

import dev.trawl.sql.MadeTrials;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredPlan;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Made-up results in the shape of the paper's experiments: every figure has data, and some of it is hostile. */
final class SampleSweep {

    private static final Object[] HERE = {
        "kernel", "vector", "version", "0.1.0", "jdk", "17.0.12", "host", "node-1",
    };

    static final String MARKUP = "</script><script>console.error('ran')</script><b>bold</b> & \"quoted\"";

    private final MadeTrials trials = new MadeTrials();
    private final Random random = new Random(7);

    static void write(SparkSession spark, Path dir) {
        var sample = new SampleSweep();
        sample.sortedMinima();
        sample.phaseTransition();
        sample.hiddenNodes();
        sample.search();
        sample.pruning();
        sample.retraining();
        sample.curves();
        sample.realData();
        sample.failures();
        sample.trials.write(spark, dir);
        writePlan(spark, dir);
    }

    static void writePlan(SparkSession spark, Path dir) {
        String json = """
                {"name": "sample", "about": "Made-up numbers <i>in the shape</i> of the paper's experiments",
                 "defaults": {"data": "xor", "k": 4, "n": 1000, "lr": 0.01, "epochs": {"dense": 100}, "stages": ["dense"]},
                 "grids": [{"p": 4, "hidden": [20, 100, 500], "repeat": "1..10", "seed": "1..400"}]}
                """;
        try {
            var sweep = SweepFile.read("sample.json", json, List.of());
            ResultStore.at(dir.toString(), spark.sparkContext().hadoopConfiguration())
                    .writePlan(new StoredPlan(
                            ResultStore.FORMAT, "0.1.0", sweep.hash(), sweep.resolved(), List.of("final")));
        } catch (SweepFileException e) {
            throw new AssertionError(e);
        }
    }

    private void sortedMinima() {
        int[][] problems = {{4, 1000}, {16, 3000}, {100, 3000}};
        int[] widths = {20, 100, 500};
        for (int[] problem : problems) {
            for (int h : widths) {
                for (int repeat = 1; repeat <= 5; repeat++) {
                    for (int seed = 1; seed <= 40; seed++) {
                        double hard = problem[0] / 100.0;
                        double loss = Math.max(
                                1e-4, (0.35 - h / 2500.0) * Math.pow(random.nextDouble(), 1.5) + hard * h / 2000.0);
                        double test =
                                problem[0] == 100 ? 0.5 + random.nextGaussian() / 100 : 1 - loss * (0.6 + hard * 8) / 2;
                        row("dense", 4, problem[0], problem[1], h, repeat, seed, loss, 1 - loss / 2, test);
                    }
                }
            }
        }
    }

    private void phaseTransition() {
        for (int k = 3; k <= 4; k++) {
            for (int n : new int[] {1000, 3000, 5000}) {
                double middle = n / 1000.0 * 6 + 40 - k * 8;
                for (int p = 6; p <= 50; p += 4) {
                    for (int repeat = 1; repeat <= 6; repeat++) {
                        double test = 0.5 + 0.5 / (1 + Math.exp((p - middle) / 2.5)) + random.nextGaussian() / 50;
                        row("dense", k, p, n, 256, repeat, 1, 0.02, 0.999, Math.min(1, test));
                    }
                }
            }
        }
    }

    private void hiddenNodes() {
        for (int p : new int[] {30, 35}) {
            for (int h = 8; h <= 1024; h *= 2) {
                for (int repeat = 1; repeat <= 5; repeat++) {
                    double train = 1 - 0.4 * Math.exp(-h / 60.0);
                    double test = 0.5 + (p == 30 ? 0.45 : 0.25) * (1 - Math.exp(-h / 25.0)) - h / 9000.0;
                    row("dense", 3, p, 2000, h, repeat, 1, 0.1, train, test + random.nextGaussian() / 90);
                }
            }
        }
    }

    /** Sixteen curves in a chart: twice the colours. */
    private void search() {
        for (int h : new int[] {128, 1024}) {
            for (double l2 : new double[] {0, 0.001, 0.003, 0.01}) {
                for (double lr : new double[] {0.003, 0.01}) {
                    double auc = 0.55 + random.nextDouble() / 4;
                    for (long seed = 1; seed <= 3; seed++) {
                        double test = auc + random.nextDouble() / 50;
                        made(
                                "k",
                                2,
                                "p",
                                20,
                                "n",
                                3000,
                                "hidden",
                                "" + h,
                                "h",
                                h,
                                "l2",
                                l2,
                                "lr",
                                lr,
                                "seed",
                                seed,
                                "train_loss",
                                1 - auc,
                                "train_auc",
                                0.99 - auc / 50,
                                "test_auc",
                                test);
                    }
                }
            }
        }
    }

    private void pruning() {
        for (int h : new int[] {64, 128, 256, 512, 1024}) {
            for (int seed = 1; seed <= 20; seed++) {
                row("dense", 5, 15, 3000, h, 1, seed, 0.01, 1, 0.62 + h / 9000.0 + random.nextGaussian() / 40);
                row("cpa_hidden", 5, 15, 3000, h, 1, seed, 0.2, 0.95, 0.72 + h / 6000.0 + random.nextGaussian() / 14);
                row("cpna_hidden", 5, 15, 3000, h, 1, seed, 0.1, 0.98, 0.8 + h / 9000.0 + random.nextGaussian() / 40);
            }
        }
    }

    private void retraining() {
        for (int seed = 1; seed <= 60; seed++) {
            double deep =
                    random.nextDouble() < 0.75 ? 0.975 + random.nextGaussian() / 200 : 0.6 + random.nextDouble() / 4;
            row("dense", 4, 40, 3000, 2048, 1, seed, 0.0, 1, 0.55 + random.nextGaussian() / 60);
            row("cpna_hidden", 4, 40, 3000, 2048, 1, seed, 0.1, 0.98, deep - 0.03);
            row("cpna_all", 4, 40, 3000, 2048, 1, seed, 0.1, 0.99, Math.min(deep + 0.005, 1));
            row("retrained_random", 4, 40, 3000, 2048, 1, seed, 0.4, 0.7, 0.51 + random.nextDouble() / 20);
            row("retrained_initial", 4, 40, 3000, 2048, 1, seed, 0.4, 0.7, 0.52 + random.nextDouble() / 7);
        }
    }

    private void curves() {
        String[] stages = {"dense", "cpna_hidden", "cpna_all"};
        for (String stage : stages) {
            made(
                    "trial_id",
                    "curve",
                    "stage",
                    stage,
                    "k",
                    4,
                    "p",
                    40,
                    "n",
                    3000,
                    "test",
                    3000,
                    "hidden",
                    "1024",
                    "h",
                    1024,
                    "curves",
                    10,
                    "test_auc",
                    0.98,
                    "train_auc",
                    0.99,
                    "seconds",
                    2.0);
        }
        for (int epoch = 10; epoch <= 5200; epoch += 10) {
            int stage = epoch <= 400 ? 0 : epoch <= 2800 ? 1 : 2;
            double within = stage == 0 ? epoch / 400.0 : (epoch - 400.0 - (stage - 1) * 2400) / 2400;
            double train =
                    stage == 0 ? Math.exp(-4 * within) * 0.69 : 0.69 * Math.exp(-3 * within) / (stage + 1) + 0.03;
            double test = stage == 0 ? 0.69 + within * 1.5 : stage == 1 ? 2.1 - 1.8 * within : 0.3 - 0.22 * within;
            double trainAuc = stage == 0 ? 1 - 0.5 * Math.exp(-6 * within) : 0.99 - 0.1 * Math.exp(-9 * within);
            double testAuc = new double[] {0.52 + within / 40, 0.55 + 0.39 * within, 0.95 + 0.03 * within}[stage];
            trials.point(
                    "curve",
                    stages[stage],
                    epoch,
                    train,
                    test,
                    trainAuc,
                    testAuc,
                    trainAuc,
                    testAuc,
                    16,
                    40,
                    600L,
                    16L);
        }
    }

    private void realData() {
        for (long seed = 1; seed <= 3; seed++) {
            made("data", "car", "step", "dense", "duplicates", "drop", "test_accuracy", 0.875, "seed", seed);
        }
    }

    private void failures() {
        for (int seed = 1; seed <= 3; seed++) {
            made(
                    "trial_id",
                    "d" + seed,
                    "p",
                    99,
                    "n",
                    3000,
                    "test",
                    3000,
                    "status",
                    "diverged",
                    "message",
                    "loss infinite after epoch " + seed);
        }
        made(
                "trial_id",
                "f",
                "p",
                99,
                "n",
                3000,
                "test",
                3000,
                "status",
                "failed",
                "message",
                "IllegalStateException: " + MARKUP);
    }

    private void row(
            String stage, int k, int p, int n, int h, int repeat, int seed, double loss, double train, double test) {
        made(
                "trial_id",
                String.format("%s-%d-%d-%d-%d-%d-%d", "t", k, p, n, h, repeat, seed),
                "stage",
                stage,
                "k",
                k,
                "p",
                p,
                "n",
                n,
                "test",
                3000,
                "hidden",
                String.valueOf(h),
                "h",
                h,
                "repeat",
                (long) repeat,
                "seed",
                (long) seed,
                "train_loss",
                loss,
                "test_loss",
                loss * 1.5,
                "train_auc",
                train,
                "test_auc",
                test,
                "train_accuracy",
                train - 0.02,
                "test_accuracy",
                test - 0.05,
                "seconds",
                0.5 + h / 1000.0,
                "flops",
                4.0 * n * p * h * 1000,
                "hidden_units",
                h / 4,
                "inputs",
                p,
                "hidden_connections",
                (long) p * h / 4,
                "output_connections",
                (long) h / 4,
                "relevant_inputs",
                k);
    }

    /** A row, and where it was made. */
    private void made(Object... values) {
        trials.row(Stream.concat(Arrays.stream(values), Arrays.stream(HERE)).toArray());
    }
}
