package org.leye.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity, to be shown where none may be shown. */
@Entity
class PlantedRecord {

    @Id
    String id = "";
}
