package org.leye.platform.http.datakey;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.leye.platform.identity.Actor;
import org.leye.platform.identity.FieldCipher;
import org.leye.platform.identity.RecordId;

/** Tells which keys are in use, and starts sealing anew in the caller's transaction. */
@ApplicationScoped
class DataKeys {

    private final FieldCipher cipher;
    private final SealedColumns columns;
    private final ResealingRuns runs;
    private final Event<ResealingAsked> asked;

    DataKeys(FieldCipher cipher, SealedColumns columns, ResealingRuns runs, Event<ResealingAsked> asked) {
        this.cipher = cipher;
        this.columns = columns;
        this.runs = runs;
        this.asked = asked;
    }

    /** Each count is a statement of its own: on a large table it takes longer than a transaction may. */
    DataKeysView read() {
        try {
            // The run first: what is counted behind the end of a run is what the run has left.
            var run = runs.latest().map(DataKeysView.Run::of).orElse(null);
            var values = new LinkedHashMap<String, Long>();
            cipher.keyIds().forEach(id -> values.put(id, 0L));
            var stores = new ArrayList<DataKeysView.Store>();
            for (var column : columns.all()) {
                var counts = columns.countByKey(column);
                counts.forEach((id, count) -> values.merge(id, count, Long::sum));
                stores.add(new DataKeysView.Store(column.table(), column.column(), counts));
            }
            return new DataKeysView(cipher.sealingKey(), uses(values), stores, run);
        } catch (SQLException e) {
            throw new IllegalStateException("the use of data keys could not be read", e);
        }
    }

    /** Starts a run, or answers the one that is open for the newest key. */
    DataKeysView.Run sealAnew(Actor by) {
        try {
            runs.open(RecordId.next("seal"), cipher.sealingKey(), by.subject());
            var run = runs.latest().orElseThrow();
            asked.fire(new ResealingAsked(by, run.id(), run.keyId()));
            return DataKeysView.Run.of(run);
        } catch (SQLException e) {
            throw new IllegalStateException("sealing anew could not be started", e);
        }
    }

    private List<DataKeysView.KeyUse> uses(LinkedHashMap<String, Long> values) {
        var uses = new ArrayList<DataKeysView.KeyUse>();
        values.forEach((id, count) -> uses.add(new DataKeysView.KeyUse(
                id, cipher.keyIds().contains(id), count, count == 0 && !id.equals(cipher.sealingKey()))));
        return uses;
    }
}
