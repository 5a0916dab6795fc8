package dev.trawl.sql;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Asks Spark two questions at a time: one is planned, on a thread of its own, or its answer written, while Spark works
 * for the other. Small questions are planned for longer than they are worked for.
 */
public final class TwoAtOnce {

    private TwoAtOnce() {}

    /** The answers, in the order of {@code questions}. Where one fails, its exception is thrown, the rest stopped. */
    public static <T, R> List<R> map(List<T> questions, Function<T, R> ask) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<R>> answers = questions.stream()
                    .map(question -> CompletableFuture.supplyAsync(() -> ask.apply(question), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }
}
