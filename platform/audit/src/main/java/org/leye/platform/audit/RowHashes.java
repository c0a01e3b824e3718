package org.leye.platform.audit;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ids of a batch's rows and their hashes, in the order of the trail, as they lie in the batch. */
record RowHashes(byte[] bytes) {

    private static final int ENTRY_BYTES = 2 * Long.BYTES + Sha256.BYTES;

    static RowHashes of(List<AuditRow> rows) {
        var entries = ByteBuffer.allocate(rows.size() * ENTRY_BYTES);
        rows.forEach(row -> entries.put(Sha256.bytes(row.id())).put(row.hash()));
        return new RowHashes(entries.array());
    }

    /** By id, in order; of bytes that somebody cut short, what is whole. */
    Map<UUID, byte[]> byId() {
        var entries = ByteBuffer.wrap(bytes);
        var hashes = new LinkedHashMap<UUID, byte[]>();
        while (entries.remaining() >= ENTRY_BYTES) {
            var id = new UUID(entries.getLong(), entries.getLong());
            var hash = new byte[Sha256.BYTES];
            entries.get(hash);
            hashes.put(id, hash);
        }
        return hashes;
    }
}
