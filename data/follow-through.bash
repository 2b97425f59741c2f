# Completion of follow-through for bash.
_follow_through()
{
    local cur prev words cword
    _init_completion -s || return

    local command= i
    for ((i = 1; i < cword; i++)); do
        case ${words[i]} in
            --database) ((i++)) ;;
            -*) ;;
            *) command=${words[i]}; break ;;
        esac
    done

    case $prev in
        --database | --output | -o)
            _filedir
            return
            ;;
        --format)
            COMPREPLY=($(compgen -W 'json csv csv-spreadsheet vcf ics' -- "$cur"))
            return
            ;;
        --channel)
            COMPREPLY=($(compgen -W 'phone email visit post' -- "$cur"))
            return
            ;;
        --zone)
            COMPREPLY=($(compgen -W "$(awk '!/^#/ { print $3 }' /usr/share/zoneinfo/tzdata.zi \
                /usr/share/zoneinfo/zone.tab 2>/dev/null)" -- "$cur"))
            return
            ;;
    esac

    case $command in
        '')
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '--database --help --version' -- "$cur"))
            else
                COMPREPLY=($(compgen -W 'demo today add import export backup restore check' -- "$cur"))
                _filedir '@(csv|tsv|txt|vcf|vcard|json)'
            fi
            ;;
        add) COMPREPLY=($(compgen -W '--company --phone --email --promise --zone --channel
            --purpose --database --help' -- "$cur")) ;;
        today | check) COMPREPLY=($(compgen -W '--json --database --help' -- "$cur")) ;;
        export) COMPREPLY=($(compgen -W '--format --output --database --help' -- "$cur")) ;;
        import)
            if [[ $cur == -* ]]; then
                COMPREPLY=($(compgen -W '--map --dry-run --per-day --json --database --help' -- "$cur"))
            else
                _filedir '@(csv|tsv|txt|vcf|vcard|json)'
            fi
            ;;
        backup | restore) _filedir ;;
    esac
} &&
    complete -F _follow_through follow-through
