package dev.trawl.store;

import java.util.List;
import java.util.stream.Collectors;

/** A result directory holds files that are not as Trawl wrote them. Nothing has been changed. */
public final class DamagedResults extends RuntimeException {

    private final transient List<Damage> damages;

    public DamagedResults(String directory, List<Damage> damages) {
        super(damages.stream()
                .map(damage -> directory + "/" + damage)
                .collect(Collectors.joining(System.lineSeparator())));
        this.damages = List.copyOf(damages);
    }

    public List<Damage> damages() {
        return damages;
    }
}
