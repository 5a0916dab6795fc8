package dev.trawl.trial;

import dev.trawl.prune.Granularity;
import java.io.Serializable;
import java.util.List;

/**
 * How many connections pruning leaves at most: units that lose their last connection on one side take those on the
 * other along. With {@link Granularity#UNITS}, {@code hidden} counts units.
 *
 * @param hidden for each layer above the first hidden one, from below: one number for one hidden layer. Empty: not
 *     pruned.
 * @param input into the first hidden layer; 0: not pruned
 */
public record Keep(List<Integer> hidden, int input) implements Serializable {

    public Keep {
        hidden = List.copyOf(hidden);
        hidden.forEach(count -> Trial.require(count >= 1, "keep.hidden must be 1 or more, not " + count));
        Trial.require(input >= 0, "keep.input must be 0 or more, not " + input);
    }

    public static Keep everything() {
        return new Keep(List.of(), 0);
    }
}
