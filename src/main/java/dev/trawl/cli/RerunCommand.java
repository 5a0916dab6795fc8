package dev.trawl.cli;

import dev.trawl.job.Rerun;
import dev.trawl.store.ResultStore;
import dev.trawl.store.StoredTrial;
import dev.trawl.sweep.Plan;
import dev.trawl.trial.KeptNetworks;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialColumns;
import dev.trawl.trial.TrialMethod;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one stored trial again on the spot and compares. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        description = "Run one trial again here and say whether its rows come out the same to the bit.")
final class RerunCommand implements Callable<Integer> {

    private static final int IDS_SHOWN = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ResultsArgument results = new ResultsArgument();

    @Mixin
    private KernelOption kernel = new KernelOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write its rows of data and the networks of its stages there, for numpy.load (.npz).")
    private @Nullable Path save;

    @Parameters(index = "1", paramLabel = "TRIAL_ID", description = "As in the column trial_id, or its first digits.")
    private String named = "";

    @Override
    public Integer call() {
        Optional<NetworkFile> file = Optional.ofNullable(save).map(NetworkFile::at);
        ResultStore store = results.store();
        String trialId = read(store, () -> whole(store));
        StoredTrial stored = read(store, () -> StoredTrial.of(store, trialId));
        Plan plan = Plan.of(results.sweep(store));
        Trial trial = plan.trial(trialId)
                .orElseThrow(() -> Fault.usage("the sweep of " + results.directory() + " has no trial " + trialId));
        data.use();
        trial.data().load(trial.repeat()); // what is missing is no difference in the rows
        TrialMethod method = kernel.method(spec.commandLine().getErr(), kernelOf(stored.rows()));
        String step = String.valueOf(stored.rows().get(0)[TrialColumns.index("step")]);
        Provenance here = Provenance.here(plan.sweep().name(), step, method.kernel());
        var kept = new KeptNetworks(method);
        int code = report(Rerun.run(trial, stored, kept, here));
        file.ifPresent(networks -> {
            networks.write(trial.data().load(trial.repeat()), kept.networks());
            spec.commandLine().getOut().println("data and networks: " + networks);
        });
        return code;
    }

    /** The id of the one trial that is meant. */
    private String whole(ResultStore store) {
        SortedSet<String> ids = StoredTrial.ids(store, named);
        if (ids.size() == 1) {
            return ids.first();
        }
        throw Fault.usage(
                ids.isEmpty()
                        ? results.directory() + " has no rows of a trial " + named
                        : results.directory() + " has " + ids.size() + " trials that begin with " + named + ": "
                                + ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", "))
                                + (ids.size() > IDS_SHOWN ? ", ..." : ""));
    }

    private <T> T read(ResultStore store, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            store.scan().requireSound(results.directory()); // a damaged file is the better reason
            throw e;
        }
    }

    private static String kernelOf(List<Object[]> stored) {
        return String.valueOf(stored.get(0)[TrialColumns.index("kernel")]);
    }

    private int report(Rerun rerun) {
        PrintWriter out = spec.commandLine().getOut();
        if (rerun.differences().isEmpty()) {
            out.println(
                    "the same to the bit: " + rerun.now().size() + (rerun.now().size() == 1 ? " row" : " rows"));
            return ExitCode.DONE;
        }
        out.println("not the same:");
        rerun.differences()
                .forEach(difference -> out.println("  " + difference.stage() + " " + difference.column() + ": was "
                        + difference.before() + ", is " + difference.now()));
        return ExitCode.FAULT;
    }
}
