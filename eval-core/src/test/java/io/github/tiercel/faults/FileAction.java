package io.github.tiercel.faults;

/** What is asked of a file system, as a {@link FileRule} hears of it. */
public enum FileAction {
    /** A file, or a folder that is to be forced, is opened to be read. */
    OPEN_READ,
    /** A file that must be there is opened to be written. */
    OPEN_WRITE,
    /** A file is opened to be written, and made if it is not there. */
    CREATE,
    /** Bytes of an open file are read. */
    READ,
    /** Bytes are added to an open file, or cut off. */
    WRITE,
    /** An open file is forced to disk. */
    FORCE,
    /** The names in an open folder are forced to disk. */
    FORCE_FOLDER,
    /** A part of an open file is locked. */
    LOCK,
    /** An open file or folder is closed; it is so afterwards, whatever the rule throws. */
    CLOSE,
    /** A file gets one name more: the rule sees the new name. */
    LINK,
    /** A file gets another name: the rule sees the new one. */
    MOVE,
    /** A file is copied: the rule sees the copy. */
    COPY,
    /** A file or an empty folder is deleted. */
    DELETE,
    /** The names in a folder are asked for. */
    LIST,
    /** It is asked whether a file exists, how large or old it is, or where it really is. */
    STAT,
    /** Times or permissions of a file are set. */
    SET_ATTRIBUTES,
    /** One folder is made. */
    MAKE_FOLDER
}
