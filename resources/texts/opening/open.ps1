# Opens what lies beside this script, with OpenSSL 3 alone (openssl.exe must be found).
#   powershell -ExecutionPolicy Bypass -File open.ps1 CERTIFICATE.pem KEY.pem
#   powershell -ExecutionPolicy Bypass -File open.ps1            with the passphrase: you are asked for it
# The results are written into the folder in which you call it, and their SHA-256 is printed.
# OpenSSL takes the passphrase as an argument: while it works, other users of this computer may see it.
param([string]$Certificate, [string]$Key)
$ErrorActionPreference = 'Stop'
if ($args.Count -ne 0 -or [bool]$Certificate -ne [bool]$Key) {
    [Console]::Error.WriteLine('open.ps1 CERTIFICATE.pem KEY.pem, or open.ps1 for the passphrase')
    exit 2
}
$openssl = Get-Command -Name openssl -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if (-not $openssl) { throw 'openssl.exe is not found: OpenSSL 3 is needed.' }
$env:OPENSSL_WIN32_UTF8 = '1'    # or letters that are not of this system's code page come to it as others
$here = (Get-Location -PSProvider FileSystem).ProviderPath    # a path as Windows knows it, on a share too
$volumes = @()
$results = @()
foreach ($line in Get-Content -LiteralPath (Join-Path -Path $PSScriptRoot -ChildPath 'volumes.sha256')) {
    if (-not ($line -match '^([0-9a-f]{64})  (([a-z0-9_][a-z0-9_.-]*)\.[0-9]{3,}\.p7m)$')) { throw 'volumes.sha256 is damaged.' }
    $digest, $name, $result = $Matches[1], $Matches[2], $Matches[3]
    $volume = Join-Path -Path $PSScriptRoot -ChildPath $name
    if (-not (Test-Path -LiteralPath $volume -PathType Leaf)) { throw "$name is missing." }
    if ((Get-FileHash -Algorithm SHA256 -LiteralPath $volume).Hash -ne $digest) { throw "$name was changed." }
    $target = [System.IO.Path]::Combine($here, $result)
    $volumes += @{ Path = $volume; Name = $name; Target = $target }
    if ($results -notcontains $target) { $results += $target }
}
if ($volumes.Count -eq 0) { throw 'volumes.sha256 is damaged.' }
foreach ($target in $results) {
    foreach ($path in $target, "$target.part", "$target.volume") { if (Test-Path -LiteralPath $path) { throw "$path is there already." } }
}
if ($Certificate) { $how = @('-recip', $Certificate, '-inkey', $Key) }
else {
    $secret = Read-Host -AsSecureString -Prompt 'Passphrase'
    if ($secret.Length -eq 0) { throw 'No passphrase was given.' }
    $words = [System.Net.NetworkCredential]::new('', $secret).Password
    $version = $PSVersionTable.PSVersion
    if (($version.Major -lt 7 -or ($version.Major -eq 7 -and $version.Minor -lt 3)) -and ($words.Contains('"') -or $words.EndsWith('\'))) {
        throw 'PowerShell before 7.3 cannot give OpenSSL a passphrase that contains " or ends in \. Use a later one, or a certificate.'
    }
    $how = @('-pwri_password', $words)
}
$made = @()
$whole = $false
try {
    foreach ($target in $results) {
        [System.IO.File]::Open("$target.part", [System.IO.FileMode]::CreateNew).Close()
        $made += "$target.part", "$target.volume"
    }
    foreach ($volume in $volumes) {
        $piece = "$($volume.Target).volume"
        & $openssl.Path cms -decrypt -binary -inform DER -in $volume.Path @how -out $piece
        if ($LASTEXITCODE -ne 0) { throw "$($volume.Name) cannot be opened." }
        $stream = [System.IO.File]::Open("$($volume.Target).part", [System.IO.FileMode]::Append)
        try {
            $opened = [System.IO.File]::OpenRead($piece)
            try { $opened.CopyTo($stream) } finally { $opened.Close() }
        }
        finally { $stream.Close() }
        [System.IO.File]::Delete($piece)
    }
    foreach ($target in $results) {
        [System.IO.File]::Move("$target.part", $target)
        $made += $target
    }
    $whole = $true
}
finally {
    if (-not $whole) {
        foreach ($path in $made) {
            try { [System.IO.File]::Delete($path) } catch { [Console]::Error.WriteLine("$path is in clear: take it away.") }
        }
    }
}
foreach ($target in $results) {
    $digest = (Get-FileHash -Algorithm SHA256 -LiteralPath $target).Hash.ToLowerInvariant()
    Write-Output "$digest  $target"
}
