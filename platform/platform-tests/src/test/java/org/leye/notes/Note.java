package org.leye.notes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
public class Note {

    @Id
    String id;

    @Version
    long version;

    String text;
    int seen;
}
