package org.leye.local.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.leye.local.Part;
import org.leye.local.journey.Players;

/**
 * What a journey has left in all services and topics, without ids, times and dates: two journeys that went alike have left the
 * same, so a lost effect is a missing line and a doubled one an extra line.
 */
final class Traces {

    private final Databases databases;
    private final EventLog events;
    private final Map<Part, String> queries = new EnumMap<>(Part.class);

    Traces(Databases databases, EventLog events) {
        this.databases = databases;
        this.events = events;
        Part.domainServices().forEach(service -> queries.put(service, Databases.query(service.label())));
    }

    /** Lines in alphabetical order. */
    List<String> of(Players players) {
        var traces = new ArrayList<String>();
        queries.forEach((service, query) -> databases
                .column(service, query, players.worker(), players.broker(), players.enterprise(), players.assessor())
                .forEach(line -> traces.add(service.label() + ": " + line)));
        told(traces, "the worker", players.worker());
        told(traces, "the broker", players.broker());
        for (var id :
                databases.column(Part.SUBSIDY, "select id from subsidy_case where beneficiary = ?", players.broker())) {
            told(traces, "the case", id);
        }
        Collections.sort(traces);
        return traces;
    }

    private void told(List<String> traces, String about, String recordKey) {
        events.typesOf(recordKey)
                .forEach((topic, types) ->
                        traces.add("topic " + topic + " of " + about + ": " + String.join(", ", types)));
    }

    /** What one journey left and the undisturbed one did not, and the other way round; empty when they went alike. */
    static List<String> differences(List<String> undisturbed, List<String> disturbed) {
        var differences = new ArrayList<String>();
        without(undisturbed, disturbed).forEach(line -> differences.add("missing: " + line));
        without(disturbed, undisturbed).forEach(line -> differences.add("extra: " + line));
        return differences;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        var left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }
}
