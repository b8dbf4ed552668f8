package org.penguinfit.fits.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The bytes of a checkpoint: a header, then records that are only ever appended. All numbers are big-endian.
 *
 * <pre>
 * header = magic (4) version (4) identity (32) CRC-32 of these (4)
 * record = length of the body (4) CRC-32 of the body (4) body
 * body   = 1, work (4), count (4), name in UTF-8        a work begins; works are numbered from 0
 *        | 2, work (4), index (4), doubles              a piece of it is finished
 * </pre>
 *
 * <p>A record that is not whole, as a killed process leaves it, ends the content: what stands behind it is not read.
 */
final class CheckpointRecords {
    /** The letters PFCP. */
    static final int MAGIC = 0x50464350;

    static final int VERSION = 1;

    /** Length of the identity, a SHA-256. */
    static final int IDENTITY_BYTES = 32;

    static final int HEADER_BYTES = 12 + IDENTITY_BYTES;

    private static final byte WORK = 1;
    private static final byte PIECE = 2;
    private static final int FRAME_BYTES = 8;
    private static final int PIECE_BYTES = 9;

    private CheckpointRecords() {}

    /** What the start of a file says. */
    enum Header {
        /** A checkpoint of the wanted run. */
        SAME,
        /** A checkpoint of another run. */
        OTHER_RUN,
        /** No checkpoint, or one of another version. */
        FOREIGN,
        /** Too short to say anything: killed before the header was written. */
        TORN
    }

    /**
     * A work as far as it was finished.
     *
     * @param id its number in the file
     * @param count its number of pieces
     * @param results index → result
     */
    record Work(int id, int count, Map<Integer, double[]> results) {}

    /**
     * What a file holds.
     *
     * @param header whether the rest was read
     * @param works name → the last work of that name
     * @param nextId number of the next work
     * @param wholeBytes length of the part that is whole; what stands behind it must go before a record is appended
     */
    record Contents(Header header, Map<String, Work> works, int nextId, long wholeBytes) {}

    static byte[] header(byte[] identity) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES);
        bytes.putInt(MAGIC).putInt(VERSION).put(identity);
        return bytes.putInt(crc(bytes.array(), 0, HEADER_BYTES - 4)).array();
    }

    static byte[] work(int id, int count, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] record = new byte[FRAME_BYTES + PIECE_BYTES + text.length];
        body(record).put(WORK).putInt(id).putInt(count).put(text);
        return framed(record);
    }

    static byte[] piece(int id, int index, double[] result) {
        byte[] record = new byte[FRAME_BYTES + PIECE_BYTES + Double.BYTES * result.length];
        ByteBuffer body = body(record).put(PIECE).putInt(id).putInt(index);
        for (double number : result) {
            body.putDouble(number);
        }
        return framed(record);
    }

    private static ByteBuffer body(byte[] record) {
        return ByteBuffer.wrap(record, FRAME_BYTES, record.length - FRAME_BYTES);
    }

    private static byte[] framed(byte[] record) {
        int length = record.length - FRAME_BYTES;
        ByteBuffer.wrap(record).putInt(length).putInt(crc(record, FRAME_BYTES, length));
        return record;
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /** Reads a file as far as it is whole and of the wanted run. */
    static Contents read(Path file, byte[] identity) throws IOException {
        Map<Integer, Work> byId = new HashMap<>();
        Map<String, Work> byName = new HashMap<>();
        long size = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Header header = readHeader(in, identity);
            long whole = header == Header.SAME ? HEADER_BYTES : 0;
            while (header == Header.SAME) {
                byte[] body = readBody(in, size - whole);
                if (body.length == 0) {
                    break;
                }
                take(ByteBuffer.wrap(body), byId, byName);
                whole += FRAME_BYTES + body.length;
            }
            return new Contents(header, byName, byId.size(), whole);
        }
    }

    private static Header readHeader(DataInputStream in, byte[] identity) throws IOException {
        byte[] bytes = in.readNBytes(HEADER_BYTES);
        byte[] wanted = header(identity);
        if (bytes.length < HEADER_BYTES) {
            boolean begins = Arrays.equals(bytes, 0, Math.min(8, bytes.length), wanted, 0, Math.min(8, bytes.length));
            return begins ? Header.TORN : Header.FOREIGN;
        }
        if (Arrays.equals(bytes, wanted)) {
            return Header.SAME;
        }
        boolean ours = Arrays.equals(bytes, 0, 8, wanted, 0, 8)
                && ByteBuffer.wrap(bytes).getInt(HEADER_BYTES - 4) == crc(bytes, 0, HEADER_BYTES - 4);
        return ours ? Header.OTHER_RUN : Header.FOREIGN;
    }

    /** The body of the next record; empty at the end of what is whole. */
    private static byte[] readBody(DataInputStream in, long left) throws IOException {
        try {
            if (left < FRAME_BYTES + PIECE_BYTES) {
                return new byte[0];
            }
            int length = in.readInt();
            int crc = in.readInt();
            if (length < PIECE_BYTES || length > left - FRAME_BYTES) {
                return new byte[0];
            }
            byte[] body = in.readNBytes(length);
            return body.length == length && crc(body, 0, length) == crc ? body : new byte[0];
        } catch (EOFException e) {
            return new byte[0];
        }
    }

    private static void take(ByteBuffer body, Map<Integer, Work> byId, Map<String, Work> byName) {
        byte kind = body.get();
        int id = body.getInt();
        int number = body.getInt();
        if (kind == WORK) {
            Work work = new Work(id, number, new HashMap<>());
            byId.put(id, work);
            byName.put(StandardCharsets.UTF_8.decode(body).toString(), work);
            return;
        }
        Work work = byId.get(id);
        if (kind == PIECE && work != null) {
            double[] result = new double[body.remaining() / Double.BYTES];
            body.asDoubleBuffer().get(result);
            work.results().put(number, result);
        }
    }
}
