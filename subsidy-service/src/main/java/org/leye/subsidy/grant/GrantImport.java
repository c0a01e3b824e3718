package org.leye.subsidy.grant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.platform.http.command.Turns;
import org.leye.platform.http.imports.ImportHandler;
import org.leye.subsidy.policy.PolicyDocument;
import org.leye.subsidy.policy.PolicyTerms;
import org.leye.subsidy.rulebook.Rulebook;
import org.leye.subsidy.subject.Subjects;

/** Takes grants of earlier systems from files: a new one counts from now on, a known one is left as it is. */
@ApplicationScoped
class GrantImport implements ImportHandler<GrantLine> {

    static final String KIND = "grants";

    private final Grants grants;
    private final Rulebook rulebook;
    private final GrantedTo grantedTo;
    private final Turns turns;

    GrantImport(Grants grants, Rulebook rulebook, GrantedTo grantedTo, Turns turns) {
        this.grants = grants;
        this.rulebook = rulebook;
        this.grantedTo = grantedTo;
        this.turns = turns;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<GrantLine> lineType() {
        return GrantLine.class;
    }

    @Override
    public Chunk<GrantLine> begin(String importId, List<GrantLine> lines) {
        turns.takeAll(Subjects.TURN, lines.stream().flatMap(grantedTo::named).toList());
        var known = new HashMap<Granted.Source, Granted>();
        grants.known(lines.stream().map(GrantLine::from).toList())
                .forEach(granted -> known.put(granted.source(), granted));
        return new GrantChunk(known, keys(), grantedTo, grants);
    }

    /** What tells cases apart, by instrument; of several versions the keys of all. */
    private Map<String, List<String>> keys() {
        return rulebook.current().catalogue().documents().stream()
                .collect(Collectors.groupingBy(
                        PolicyDocument::instrument,
                        Collectors.flatMapping(
                                GrantImport::keyNames,
                                Collectors.collectingAndThen(Collectors.toSet(), List::copyOf))));
    }

    private static Stream<String> keyNames(PolicyDocument policy) {
        return policy.terms().keys().stream().map(PolicyTerms.Key::name);
    }
}
