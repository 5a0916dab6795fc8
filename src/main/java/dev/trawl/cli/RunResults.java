package dev.trawl.cli;

import dev.trawl.job.Quantity;
import dev.trawl.store.Admission;
import dev.trawl.store.ResultStore;
import dev.trawl.store.SweepLock;
import dev.trawl.sweep.StepGrowth;
import dev.trawl.sweep.Sweep;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The results that a run adds to, locked for it.
 *
 * @param directory as the user wrote it
 * @param notes told of files that were moved aside, and of trials that run again
 */
record RunResults(String directory, ResultStore store, SweepLock lock, Consumer<String> notes) {

    /**
     * Moves damaged files aside, unless {@code sweep} will be refused. Their trials have no rows then and run again.
     */
    void quarantine(Sweep sweep) {
        if (store.hasSoundPlan()) {
            Admission.check(sweep, store);
        }
        store.quarantine(lock).forEach(file -> notes.accept("moved aside: " + directory + "/" + file));
        if (store.plan().isEmpty()) {
            lock.check();
            Admission.write(sweep, store);
        }
    }

    /**
     * Unless {@code sweep} will be refused. What a step of a study was chosen from stays: with these trials the choice
     * may be another, and the step has run.
     */
    void forgetFailed(Sweep sweep) {
        long unwell = store.open(lock).failures().total();
        Admission.check(sweep, store);
        Set<String> settled = store.plan()
                .map(stored -> StepGrowth.chosenFrom(stored.read(store.directory()), sweep))
                .orElse(Set.of());
        long forgotten = store.forgetFailed(lock, settled);
        notes.accept(
                Quantity.count(forgotten) + (forgotten == 1 ? " failed trial runs again" : " failed trials run again"));
        if (forgotten < unwell && !settled.isEmpty()) {
            notes.accept("Those that diverged stay as they are, and all of steps that a later one was chosen from: "
                    + settled.stream().sorted().collect(Collectors.joining(", ")));
        }
    }
}
