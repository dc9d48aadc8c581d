/** The path of a picture through WhatsApp Web: opaque data, preparation, storage, upload. */

interface Media {
  type: string;
  mimetype: string;
  filehash: string;
  size: number;
}

export class OpaqueData {
  static async createFromData(data: Blob, mimetype: string): Promise<OpaqueData> {
    return new OpaqueData(data, mimetype);
  }

  constructor(
    readonly blob: Blob,
    readonly type: string,
  ) {}

  url(): string {
    return URL.createObjectURL(this.blob);
  }

  formData(): Blob {
    return this.blob;
  }

  autorelease(): void {}
}

class MediaData implements Media {
  [other: string]: unknown;
  readonly size: number;
  readonly mimetype: string;

  constructor(
    readonly type: 'image' | 'document',
    readonly mediaBlob: OpaqueData,
    readonly filehash: string,
    leaksModelId: boolean,
  ) {
    this.size = mediaBlob.blob.size;
    this.mimetype = mediaBlob.type;
    if (leaksModelId) this['__x_id'] = undefined;
  }

  set(values: object): void {
    Object.assign(this, values);
  }

  toJSON(): Media {
    return { type: this.type, mimetype: this.mimetype, filehash: this.filehash, size: this.size };
  }
}

async function hashOf(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

class MediaObject {
  type = 'image';
  size = 0;
  blob: Blob | null = null;
  readonly contentInfo = {};

  constructor(readonly filehash: string) {}

  consolidate({ type, size }: Media): void {
    this.type = type;
    this.size = size;
  }
}

interface Upload {
  mediaObject: MediaObject;
  mimetype: string;
}

/** The modules that deal with pictures; `upload` stores the bytes and says under which path. */
export function mediaModules(
  leaksModelId: () => boolean,
  upload: (bytes: Blob) => Promise<string>,
): Record<string, unknown> {
  const objects = new Map<string, MediaObject>();
  const objectOf = (filehash: string): MediaObject => {
    const object = objects.get(filehash) ?? new MediaObject(filehash);
    objects.set(filehash, object);
    return object;
  };
  return {
    WAWebMediaOpaqueData: OpaqueData,
    WAWebPrepRawMedia: {
      prepRawMedia: (data: OpaqueData, { asDocument }: { asDocument?: boolean }) => ({
        waitForPrep: async () => {
          const type = asDocument === true ? 'document' : 'image';
          const media = new MediaData(type, data, await hashOf(data.blob), leaksModelId());
          objectOf(media.filehash).blob = data.blob;
          return media;
        },
      }),
    },
    WAWebMediaStorage: { getOrCreateMediaObject: objectOf },
    WAWebMmsMediaTypes: {
      msgToMediaType: ({ type }: { type: string }) => type,
      castToV4: (type: string) => type,
    },
    WAWebMediaDataUtils: { shouldUseMediaCache: () => true },
    WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put: () => undefined } },
    WAWebDownloadManager: {
      downloadManager: {
        downloadAndMaybeDecrypt: async ({ directPath }: { directPath: string }) => {
          const answer = await fetch(directPath);
          if (!answer.ok) throw Object.assign(new Error('not there'), { status: answer.status });
          return answer.arrayBuffer();
        },
      },
    },
    WAWebMediaMmsV4Upload: {
      uploadMedia: async ({ mediaObject }: Upload) => {
        if (mediaObject.blob === null) throw new Error('nothing to upload');
        const directPath = await upload(mediaObject.blob);
        return { mediaEntry: { mmsUrl: directPath, directPath, mediaKey: 'key', mediaKeyTimestamp: 0 } };
      },
    },
  };
}
