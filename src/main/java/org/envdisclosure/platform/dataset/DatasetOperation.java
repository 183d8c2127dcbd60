package org.envdisclosure.platform.dataset;

/**
 * An operation that answers with rows of a dataset, beside the dataset's own list; a bean for each. The API document describes
 * it from the declaration.
 *
 * @param operationId as the resource method says it
 * @param shape       how the rows come
 * @param dataset     the columns, filters and times it understands
 */
public record DatasetOperation(String operationId, Shape shape, Dataset dataset) {

    /** How rows come. */
    public enum Shape {
        /** A list in every format of the dataset, with its parameters. */
        LIST,
        /** One row in {@code data}, without the parameters that shape a list, JSON only. */
        SINGLE,
        /** One plain JSON object whose members are the columns; of the parameters only the filters'. */
        OBJECT
    }

    public static DatasetOperation list(String operationId, Dataset dataset) {
        return new DatasetOperation(operationId, Shape.LIST, dataset);
    }

    public static DatasetOperation single(String operationId, Dataset dataset) {
        return new DatasetOperation(operationId, Shape.SINGLE, dataset);
    }

    public static DatasetOperation object(String operationId, Dataset dataset) {
        return new DatasetOperation(operationId, Shape.OBJECT, dataset);
    }
}
