package org.leye.planted;

import java.util.List;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A repository with a query that asks for no scope. */
class PlantedRecords implements PanacheRepositoryBase<PlantedRecord, String> {

    List<PlantedRecord> everything() {
        return listAll();
    }
}
