namespace Zhujingban.Corpus.Text.Variants;

/// <summary>A variant of written Chinese, as MediaWiki tells them apart.</summary>
public enum ChineseVariant
{
    /// <summary>As written: <c>zh</c>.</summary>
    Zh,

    /// <summary>Simplified: <c>zh-hans</c>.</summary>
    ZhHans,

    /// <summary>Traditional: <c>zh-hant</c>.</summary>
    ZhHant,

    /// <summary>Mainland China: <c>zh-cn</c>.</summary>
    ZhCn,

    /// <summary>Hong Kong: <c>zh-hk</c>.</summary>
    ZhHk,

    /// <summary>Macau: <c>zh-mo</c>.</summary>
    ZhMo,

    /// <summary>Malaysia: <c>zh-my</c>.</summary>
    ZhMy,

    /// <summary>Singapore: <c>zh-sg</c>.</summary>
    ZhSg,

    /// <summary>Taiwan: <c>zh-tw</c>.</summary>
    ZhTw,
}
