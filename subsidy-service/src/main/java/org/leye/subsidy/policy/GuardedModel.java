package org.leye.subsidy.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model that passed the {@link ModelGuard}; only the guard makes one, and only such a model is ever compiled.
 *
 * @param xml written anew from what the whitelist knows: diagrams, extensions and foreign attributes are gone
 * @param decisions names in the order of the file
 * @param inputs name of each input with the names that its type declares
 * @param factsRead name of each decision with the facts that it reads, itself or by way of others; {@code on} stands for the
 *     basis date
 */
record GuardedModel(
        String xml, List<String> decisions, Map<String, Set<String>> inputs, Map<String, Set<String>> factsRead) {

    List<String> startingWith(String prefix) {
        return decisions.stream().filter(name -> name.startsWith(prefix)).toList();
    }
}
