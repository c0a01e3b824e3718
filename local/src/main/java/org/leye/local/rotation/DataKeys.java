package org.leye.local.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.leye.local.StartFailure;

/**
 * The data keys as they stand in the secrets: the first seals, all open. Keys are called k1, k2 and so on in the order in which
 * they were made.
 */
record DataKeys(List<DataKey> keys) {

    /** One key: its name and 32 bytes in base64. */
    record DataKey(String id, String material) {

        /** @throws StartFailure for a name that says nothing of the order */
        int number() {
            if (!id.matches("k\\d{1,6}")) {
                throw new StartFailure("The data key " + id + " was not made by this command; change it by hand.");
            }
            return Integer.parseInt(id.substring(1));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    DataKeys {
        keys = List.copyOf(keys);
    }

    static DataKeys parse(String text) {
        return new DataKeys(Arrays.stream(text.split(","))
                .map(entry -> entry.strip().split(":", 2))
                .map(named -> new DataKey(named[0], named[1]))
                .toList());
    }

    String text() {
        return keys.stream().map(key -> key.id() + ":" + key.material()).collect(Collectors.joining(","));
    }

    List<String> ids() {
        return keys.stream().map(DataKey::id).toList();
    }

    DataKey first() {
        return keys.getFirst();
    }

    DataKey last() {
        return keys.getLast();
    }

    int size() {
        return keys.size();
    }

    /** A new key behind the others: it opens and does not seal yet. */
    DataKeys with(String material) {
        var more = new ArrayList<>(keys);
        int newest = keys.stream().mapToInt(DataKey::number).max().orElse(0);
        more.add(new DataKey("k" + (newest + 1), material));
        return new DataKeys(more);
    }

    DataKeys reversed() {
        return new DataKeys(keys.reversed());
    }

    DataKeys onlyFirst() {
        return new DataKeys(List.of(first()));
    }
}
